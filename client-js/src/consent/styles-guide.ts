export const guideStyles = `
.guide{position:fixed;inset:0;overflow:hidden}
.hand,.ripple{position:absolute;left:0;top:0;color:var(--hue)}
.hand{will-change:transform}
.hand .arrow{width:34px;height:34px;fill:currentColor;stroke:#fff;stroke-width:1.6;stroke-linejoin:round;
filter:drop-shadow(0 1px 2px rgb(0 0 0/.4));margin:-4px 0 0 -7px;display:block}
.hand span{position:absolute;left:20px;top:24px;max-width:180px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;
background:currentColor;border-radius:6px;padding:2px 8px;font-size:12px;font-weight:600;line-height:18px;
box-shadow:0 1px 3px rgb(0 0 0/.35)}
.hand span bdi{color:#fff}
.ripple i{position:absolute;left:-22px;top:-22px;width:44px;height:44px;border-radius:50%;border:3px solid currentColor;
box-shadow:0 0 0 1px #fff;animation:ripple .9s ease-out both}
@keyframes ripple{from{transform:scale(.2);opacity:1}to{transform:scale(1.25);opacity:0}}`;
