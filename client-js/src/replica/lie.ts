/**
 * What no honest capture sends: the view cannot go on. What is shown stays, and a keyframe is asked for. The message
 * says what was wrong, in words that an agent may read.
 */
export class Lie extends Error {
  override readonly name = 'Lie';
}
