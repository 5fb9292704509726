import type { Kind } from './operations/draw.ts';

/** The page on which every run begins: something of each kind that operations are done to. */
export const startPage = `<!doctype html><html><head><title>start</title>
<style>*{caret-color:transparent;scroll-behavior:auto}:focus{outline:0!important}dialog{inset:20px auto auto 20px;margin:0}</style>
<style id=st>p{color:navy}.a{color:red}.b{font-weight:bold}li:nth-child(odd){background:silver}@media (min-width:1px){.c{margin-left:4px}}</style>
<style id=su>td{border:1px solid}.a .b{color:lime}</style><link id=ln rel=stylesheet href=/a.css></head>
<body><div id=b1><p id=b2 class=a>first <b id=b3>bold</b> tail</p><ul id=b4><li>1<li>2<li class=b>3</ul></div>
<table id=b5><tbody id=b6><tr id=b7><td>x<td>y</table>
<form id=fm><input id=i1 value=one><input id=i2 type=checkbox><input id=i3 type=radio name=g checked><input id=i4 type=radio name=g><input id=i5 type=range>
<textarea id=ta>area</textarea><select id=s1><option>1<option>2<option disabled>3</select><select id=s2 multiple size=3><option selected>1<option>2</select>
<output id=ou>o</output><progress id=pr value=.5></progress></form>
<div id=h1>light <b slot=one>slotted</b></div><section id=h2><template shadowrootmode=open><style>p{color:teal}</style><p>in</p><slot></slot></template><i>light</i></section>
<dialog id=dg>dialog <p>p</p></dialog><dialog id=dh>other</dialog><div id=po popover>popover</div><div id=pp popover=manual>manual</div>
<details id=de><summary>sum</summary>hidden</details><details id=df name=e open><summary>sum</summary>shown</details>
<iframe id=f1 width=99 height=40></iframe><iframe id=f2 width=99 height=40 srcdoc="<p>inner</p><input>"></iframe>
<div id=sc style="height:50px;overflow:auto"><p style="height:300px">high</p></div><div id=sd style="height:40px;width:90px;overflow:scroll"><p style="height:200px;width:300px">wide</p></div>
</body></html>`;

export const startFiles = {
  '/a.css': 'p{margin:3px}.c{color:purple}',
  '/b.css': 'p{margin:7px}i{color:olive}',
  '/inner.html': '<!doctype html><style>p{color:maroon}</style><p>loaded</p><input>',
};

/** What the names of the page stand for, and what the script's first lines add. */
export const startNames: Readonly<Record<Kind, readonly string[]>> = {
  element: ['b3', 'b7', 'de', 'df', 'dg', 'po', 'ou', 'st', 'ln', 'sc', 'sd'],
  box: ['b1', 'b2', 'b4', 'b6', 'dg', 'po', 'de', 'h1', 'h2'],
  text: ['t1', 't2'],
  field: ['i1', 'i2', 'i3', 'i4', 'i5', 'ta', 's1', 's2'],
  sheet: ['st.sheet', 'su.sheet', 'ln.sheet', 'c1', 'c2', 'c3'],
  root: ['r1'],
  iframe: ['f1', 'f2'],
  host: ['h1', 'h2'],
};

export const startLines = [
  `t1 = b2.firstChild; t2 = b2.lastChild; r1 = h2.shadowRoot`,
  `c1 = sheetOf('p{color:green}'); c2 = sheetOf('.a{color:teal}b{color:gray}'); c3 = sheetOf('')`,
];
