import 'quill/dist/quill.snow.css';
import 'prosemirror-view/style/prosemirror.css';
import Quill from 'quill';
import './main.css';
import { openNote } from './note.ts';

const editor = new Quill('#quill', {
  theme: 'snow',
  placeholder: 'What can we do for you?',
  modules: {
    toolbar: [
      [{ header: [1, 2, false] }, { size: [] }],
      ['bold', 'italic', 'underline', { color: [] }],
      [{ list: 'ordered' }, { list: 'bullet' }, { list: 'check' }, { align: [] }],
      ['link', 'blockquote', 'code-block', 'clean'],
    ],
  },
});
editor.on('text-change', () => {
  document.title = `${editor.getLength()} characters – Harbour Bank`;
});
openNote(document.getElementById('note')!, document.getElementById('bar')!);
