import { CurrencyPipe, PercentPipe } from '@angular/common';
import { Component } from '@angular/core';

export interface Installment {
  readonly month: number;
  readonly interest: number;
  readonly repaid: number;
  readonly rest: number;
}

@Component({
  selector: 'bank-plan',
  imports: [CurrencyPipe, PercentPipe],
  inputs: ['plan', 'sum'],
  template: `
    <table>
      <caption>{{ plan.length }} payments</caption>
      <thead><tr><th>Month</th><th>Interest</th><th>Repaid</th><th>Left</th><th>Done</th></tr></thead>
      <tbody>
        @for (each of plan; track each.month) {
          <tr [class.year]="each.month % 12 === 0">
            <td>{{ each.month }}</td>
            <td>{{ each.interest | currency: 'EUR' }}</td>
            <td>{{ each.repaid | currency: 'EUR' }}</td>
            <td>{{ each.rest | currency: 'EUR' }}</td>
            <td><div class="bar" [style.width.%]="100 * (1 - each.rest / sum)"></div>{{ 1 - each.rest / sum | percent }}</td>
          </tr>
        } @empty {
          <tr><td colspan="5">Nothing to repay.</td></tr>
        }
      </tbody>
    </table>`,
  styles: `
    :host { display: block; max-height: 32rem; overflow: auto; border: 1px solid #ccd; }
    table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
    caption { text-align: start; padding: .5rem; }
    th { position: sticky; top: 0; background: #30336b; color: #fff; z-index: 1; }
    th, td { padding: .3rem .6rem; text-align: end; position: relative; }
    tr.year { background: #eef; font-weight: bold; }
    .bar { position: absolute; inset-block: 3px; inset-inline-end: 0; background: #badc5877; }
  `,
})
export class PlanTable {
  plan: readonly Installment[] = [];
  sum = 1;
}
