import { controlStyles } from './styles-controls.ts';
import { guideStyles } from './styles-guide.ts';

const colours = `
.layer{--surface:#fff;--ink:#13202c;--quiet:#51606e;--line:#d8dfe6;--soft:#f3f6f9;--accent:var(--cobrowse-accent,#0a58a6);
--accent-hover:var(--cobrowse-accent-hover,#084a8c);--on-accent:var(--cobrowse-on-accent,#fff);--stop:#a8231b;--live:#12805c;--shadow:0 1px 2px rgb(13 24 35/.1),0 12px 32px rgb(13 24 35/.18)}
@media (prefers-color-scheme:dark){
.layer{--surface:#17212b;--ink:#eef3f8;--quiet:#a8b6c3;--line:#36434f;--soft:#202c37;--accent:var(--cobrowse-accent-dark,#8ac1ff);
--accent-hover:var(--cobrowse-accent-hover-dark,#a9d1ff);--on-accent:var(--cobrowse-on-accent-dark,#062341);--stop:#ffb3aa;--live:#5fd0a5;--shadow:0 1px 2px rgb(0 0 0/.4),0 14px 36px rgb(0 0 0/.5)}
}`;

// Rules for :host that are important win over whatever the page says of our element, and the browser of popovers.
const host = `
:host{all:initial!important;display:block!important;position:fixed!important;inset:0!important;
pointer-events:none!important;z-index:2147483647!important;color-scheme:light dark!important}
:host::backdrop{display:none!important}
@media print{:host{display:none!important}}
*,*::before,*::after{box-sizing:border-box}
[hidden]{display:none!important}
.layer{font:400 15px/1.5 var(--cobrowse-font,system-ui,sans-serif);color:var(--ink);
-webkit-text-size-adjust:100%}
h2,p,ul{margin:0;padding:0}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}`;

const arrive = `
@keyframes arrive{from{opacity:0;transform:translateY(8px)}}
@keyframes pulse{50%{opacity:.35}}
@keyframes turn{to{transform:rotate(1turn)}}
@media (prefers-reduced-motion:reduce){*,*::before,*::after{animation:none!important;transition:none!important}}`;

export const styles: string = colours + host + controlStyles + guideStyles + arrive;
