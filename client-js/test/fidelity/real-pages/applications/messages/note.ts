import { baseKeymap, toggleMark, wrapIn } from 'prosemirror-commands';
import { history, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { type Mark, DOMParser as Parser } from 'prosemirror-model';
import { schema } from 'prosemirror-schema-basic';
import { EditorState, Plugin } from 'prosemirror-state';
import { Decoration, DecorationSet, EditorView } from 'prosemirror-view';

/** Marks every amount of money, as decorations that are in no document. */
const amounts = new Plugin({
  props: {
    decorations: ({ doc }) => {
      const found: Decoration[] = [];
      doc.descendants((node, at) => {
        for (const match of node.text?.matchAll(/\d[\d,.]* €/g) ?? [])
          found.push(
            Decoration.inline(at + match.index, at + match.index + match[0].length, { class: 'amount' }),
          );
      });
      return DecorationSet.create(doc, found);
    },
  },
});

/** A view of its own for links: a button that tells where it leads. */
const linkView = (mark: Mark) => {
  const dom = document.createElement('a');
  dom.href = mark.attrs['href'];
  dom.className = 'checked';
  return { dom };
};

export function openNote(place: HTMLElement, bar: HTMLElement): EditorView {
  const text = document.createElement('div');
  text.innerHTML =
    '<h3>Call of Tuesday</h3><p>Wants to repay 5,000 € early; see <a href="https://bank.example/fees">the fees</a>.</p><blockquote><p>“Not before spring.”</p></blockquote>';
  const view = new EditorView(place, {
    state: EditorState.create({
      doc: Parser.fromSchema(schema).parse(text),
      plugins: [history(), keymap({ 'Mod-z': undo }), keymap(baseKeymap), amounts],
    }),
    markViews: { link: linkView },
  });
  bar.addEventListener('mousedown', (event) => {
    event.preventDefault();
    const { mark, list, undo: back } = (event.target as HTMLElement).dataset;
    if (mark) toggleMark(schema.marks[mark as 'strong'])(view.state, view.dispatch);
    else if (list !== undefined) wrapIn(schema.nodes.blockquote)(view.state, view.dispatch);
    else if (back !== undefined) undo(view.state, view.dispatch);
  });
  return view;
}
