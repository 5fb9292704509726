import { type FidelityCase, inGroup } from '../../fidelity-case.ts';

const on = inGroup('Styles');
const box = '<div id=d style="width:80px;height:60px;background:red">x</div>';
const keyframes =
  '<style>@keyframes k{to{transform:translateX(300px);background:blue}}#d.k{animation:k 100s linear}</style>';

export const animations: readonly FidelityCase[] = [
  on(
    'Web Animations paused',
    box,
    `const k = d.animate({ marginLeft: ['0px', '200px'] }, 1000); k.pause(); k.currentTime = 500`,
  ),
  on(
    'Web Animations paused, with keyframes of many kinds',
    box,
    `
    const k = d.animate([{ offset: 0, opacity: 1 }, { offset: .2, opacity: .3, easing: 'ease-in' }, { '--x': 1, transform: 'rotate(90deg)', composite: 'add' }], { duration: 2000, delay: 100, iterations: 3, direction: 'alternate', easing: 'ease-out', fill: 'both' });
    k.pause(); k.currentTime = 1400`,
  ),
  on(
    'Web Animations running',
    box,
    `d.animate({ marginLeft: ['0px', '2px'] }, { duration: 100000, iterations: 2 })`,
    { pixels: 200 },
  ),
  on(
    'Web Animations slowed, then paused',
    box,
    `const k = d.animate({ marginLeft: ['0px', '200px'] }, 100000); await rendered(); k.playbackRate = 2; k.currentTime = 40000; k.pause(); await k.ready`,
  ),
  on(
    'Web Animations that add to a style',
    '<div id=d style="width:50px;height:50px;background:red;transform:translateX(10px)"></div>',
    `const a = d.animate({ transform: 'translateX(100px)' }, { duration: 1000, composite: 'add' }); a.pause(); a.currentTime = 500`,
  ),
  on(
    'animations that go with a scroll',
    '<style>@keyframes k{to{opacity:0}}#b{height:20px;background:lime;animation:k linear both;animation-timeline:view()}</style><div style="height:100px;overflow:auto" id=d><div style="height:150px"></div><div id=b></div><div style="height:300px"></div></div>',
    `d.scrollTop = 90`,
  ),
  on(
    'Web Animations finished, filling',
    box,
    `const k = d.animate({ marginLeft: ['0px', '200px'] }, { duration: 100, fill: 'forwards' }); k.finish()`,
  ),
  on(
    'Web Animations cancelled',
    box,
    `const k = d.animate({ marginLeft: ['0px', '200px'] }, { duration: 9e6, fill: 'both' }); k.pause(); k.currentTime = 4e6; await rendered(); await rendered(); k.cancel()`,
  ),
  on(
    'Web Animations made by a constructor',
    box,
    `const k = new Animation(new KeyframeEffect(d, { marginLeft: ['0px', '200px'] }, 1000)); k.pause(); k.currentTime = 300`,
  ),
  on(
    'Web Animations with keyframes and timing changed',
    box,
    `
    const k = d.animate({ marginLeft: ['0px', '200px'] }, 1000); k.pause(); k.currentTime = 500; await rendered(); await rendered(); k.effect.setKeyframes({ marginTop: ['0px', '90px'] }); k.effect.updateTiming({ duration: 2000 })`,
  ),
  on(
    'Web Animations of a moved element',
    `${box}<p id=p></p>`,
    `const k = d.animate({ marginLeft: ['0px', '200px'] }, 1000); k.pause(); k.currentTime = 500; await rendered(); p.append(d)`,
  ),
  on(
    'CSS animations, running phase',
    keyframes + box,
    `d.className = 'k'; await rendered(); d.getAnimations()[0].currentTime = 50000`,
    { pixels: 400 },
  ),
  on(
    'CSS animations, begun before',
    `${keyframes}<div id=d class=k style="width:80px;height:60px;background:red">x</div>`,
    `d.getAnimations()[0].currentTime = 70000`,
    { pixels: 400 },
  ),
  on(
    'CSS animations, paused by style',
    keyframes + box,
    `d.className = 'k'; await rendered(); d.getAnimations()[0].currentTime = 30000; d.style.animationPlayState = 'paused'; await rendered()`,
  ),
  on(
    'CSS animations, paused by script',
    keyframes + box,
    `d.className = 'k'; await rendered(); const [k] = d.getAnimations(); k.pause(); k.currentTime = 60000; await rendered()`,
  ),
  on(
    'CSS animations, finished fill',
    `<style>@keyframes k{to{margin-left:200px}}#d.k{animation:k .05s forwards}</style>${box}`,
    `d.className = 'k'; await event(d, 'animationend')`,
  ),
  on(
    'CSS animations, finished fill by script',
    keyframes.replace('linear', 'linear both') + box,
    `d.className = 'k'; await rendered(); d.getAnimations()[0].finish()`,
  ),
  on(
    'CSS animations with a negative delay',
    `<style>@keyframes k{to{margin-left:200px}}#d{animation:k 10s -5s paused linear}</style>${box}`,
  ),
  on(
    'CSS animations of a pseudo-element',
    `<style>@keyframes k{to{margin-left:200px}}#d::before{content:'y';animation:k 10s paused linear}</style>${box}`,
    `
    const [k] = d.getAnimations({ subtree: true }); k.currentTime = 5000`,
  ),
  on(
    'transition that ended',
    `<style>#d{transition:margin-left .05s}#d.k{margin-left:200px}</style>${box}`,
    `await rendered(); const ended = event(d, 'transitionend'); d.className = 'k'; await ended`,
  ),
  on(
    '@starting-style',
    `<style>#n{transition:margin-left .05s;margin-left:100px;@starting-style{margin-left:0}}</style><div id=x></div>`,
    `
    x.innerHTML = '<p id=n>new</p>'; await event(x, 'transitionend')`,
  ),
  on(
    'view transitions',
    `<style>::view-transition-group(*){animation-duration:.05s}</style>${box}`,
    `
    const transition = document.startViewTransition(() => { d.style.marginLeft = '200px'; document.body.append('new'); }); await transition.finished`,
  ),
];
