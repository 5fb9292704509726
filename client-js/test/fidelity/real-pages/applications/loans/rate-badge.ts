import { Component, ViewEncapsulation } from '@angular/core';

/** The rate in a shadow root of its own. */
@Component({
  selector: 'bank-rate',
  inputs: ['percent'],
  encapsulation: ViewEncapsulation.ShadowDom,
  template: `<b [class.high]="percent > 6">{{ percent }} %</b> <slot></slot>`,
  styles: `
    :host { display: inline-flex; gap: .4rem; align-items: baseline; }
    b { background: #e3f1e5; color: #1c6b2c; padding: .1rem .6rem; border-radius: 1rem; }
    b.high { background: #fbe4e1; color: #9c2b1f; }
    ::slotted(small) { color: #777; }
  `,
})
export class RateBadge {
  percent = 0;
}
