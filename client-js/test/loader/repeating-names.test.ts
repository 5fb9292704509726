import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { repeatingNames } from '../../repeating-names.mjs';

const load = async (module: string): Promise<unknown> =>
  (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(`${module};export{made}`)}`))
    .made;

const cases = {
  'one in the other, shadowed or not': `
    let q=1,w=2;function z(a,b){let c=a+b;return (a=>a+c)(b)+((b,d)=>b+d+q)(a,w)}let made=[z(3,4),q,w];`,
  'patterns, defaults and rests': `
    let q=({a:m,b:[n,...o]=[8,9],...p},{c:v=n}={})=>({m,n,o,p,v,s:1});let made=[q({a:1,x:2}),q({a:3,b:[4,5]},{c:6})];`,
  'names that are keys too': `
    let q=({e,t=e})=>{let n=e+t;return{n,e}};let made=q({e:2});`,
  'blocks, loops and branches': `
    let q=[];for(let z of [1,2]){let y=z*2;q.push(y);{let z=y+1;q.push(z)}}for(let z=0;z<2;z++)q.push(()=>z);switch(q.length){case 6:let x=7;q.push(x)}
    try{throw 5}catch(z){let x=z;q.push(x)}let made=q.map(z=>typeof z=='function'?z():z);`,
  'functions that know their own name, and classes': `
    let q=function z(a){return a?z(a-1)+a:0},w=class y{of(a){return [a,y===w]}static b=3;#c=4;get c(){return this.#c}},v=new w;let made=[q(4),v.of(1),w.b,v.c];`,
  'labels, members and computed keys that look like variables': `
    let z='k',o={z:1,[z]:2,e(t){return this.z+t}};e:for(let t of [1,2])for(;;){if(t)continue e;break e}let made=[o.z,o.k,o[z],o.e(3)];`,
  'functions above and below where they are called': `
    let q=z();function z(){return y(2)}function y(a){return a*x()}function x(){return 5}let made=q;`,
};

describe('a text whose names repeat means the same', () => {
  for (const [name, text] of Object.entries(cases))
    it(name, async () => {
      expect(await load(repeatingNames(text))).toEqual(await load(text));
    });

  it('with what is imported and exported', () => {
    const named = repeatingNames('import{one as z,e}from"./other.js";let q=z+e;export{q as made,e};');
    expect(named).toMatch(
      /^import\{one as (\w),e\}from"\.\/other\.js";let (\w)=\1\+e;export\{\2 as made,e\};$/,
    );
  });
});

it('no variable gets the name of a global that is meant where it could be', () => {
  const globals = [...'etnriolausfcdpwhmgyvbSkxEAZ'];
  const named = repeatingNames(`let q=z=>z+(${globals.join('+')});export{q as made}`);
  expect(named).toContain(globals.join('+'));
  expect(named).toMatch(/=(B|z)=>\1\+/);
});

it('what says the same with other names becomes a repetition', () => {
  const letters = [...'abcdefghij'];
  const text = letters
    .map((one, at) => `let made${at}=(${one},z)=>{let y=${one}.of(z,${one});return y&&y.next(${one})};`)
    .join('');
  expect(deflateRawSync(repeatingNames(text)).length).toBeLessThan(deflateRawSync(text).length - 20);
});

it('what would be lost is refused: a var that leaves its block, an export by its declaration', () => {
  expect(() => repeatingNames('{var a=1}')).toThrow('var');
  expect(() => repeatingNames('export let a=1')).toThrow('export');
});
