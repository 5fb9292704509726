/** The one error that decoding hostile or damaged bytes ends in. */
export class DecodeError extends Error {
  override readonly name = 'DecodeError';
}
