import { CurrencyPipe } from '@angular/common';
import { Component, computed, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { type Installment, PlanTable } from './plan-table.ts';
import { RateBadge } from './rate-badge.ts';

@Component({
  selector: 'bank-loans',
  imports: [ReactiveFormsModule, CurrencyPipe, PlanTable, RateBadge],
  template: `
    <h1>What would a loan cost?</h1>
    <form [formGroup]="form" (ngSubmit)="asked.set(true)">
      <label>Amount <input type="number" formControlName="sum" step="500">
        @if (form.controls.sum.invalid) { <small role="alert">Between 1,000 and 80,000 euros.</small> }
      </label>
      <label>Months <input type="range" formControlName="months" min="6" max="96" step="6"> {{ values().months }}</label>
      <label>Purpose
        <select formControlName="purpose">
          @for (each of purposes; track each) { <option [value]="each">{{ each }}</option> }
        </select>
      </label>
      <label><input type="checkbox" formControlName="insured"> with insurance</label>
      <button type="submit" [disabled]="form.invalid">Ask for it</button>
    </form>
    @if (form.valid) {
      <p>{{ rate() | currency: 'EUR' }} each month at <bank-rate [percent]="percent()"><small>fixed</small></bank-rate></p>
      @defer (on immediate) { <bank-plan [plan]="plan()" [sum]="values().sum ?? 1" /> } @placeholder { <p>…</p> }
    }
    @if (asked()) { <dialog open><p>We have your question and call you within the hour.</p><button (click)="asked.set(false)">Fine</button></dialog> }`,
  styles: `
    :host { display: block; max-width: 50rem; margin: 2rem auto; }
    form { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; padding: 1rem; background: #f2f2fa; border-radius: .5rem; }
    input.ng-invalid { border: 2px solid #eb4d4b; background: #fff2f2; }
    input.ng-dirty.ng-valid { border: 2px solid #6ab04c; }
    small[role] { color: #eb4d4b; display: block; }
    dialog { inset-block-start: 10rem; border: 0; box-shadow: 0 0 0 100vmax #0006; border-radius: 1rem; }
    button:enabled { background: #30336b; color: #fff; border: 0; padding: .5rem 1rem; }
  `,
})
export class Loans {
  readonly purposes = ['Car', 'Kitchen', 'Studies', 'Something else'];
  readonly form = new FormGroup({
    sum: new FormControl(12_000, [Validators.required, Validators.min(1000), Validators.max(80_000)]),
    months: new FormControl(24),
    purpose: new FormControl('Car'),
    insured: new FormControl(false),
  });
  readonly asked = signal(false);
  readonly values = toSignal(this.form.valueChanges, { initialValue: this.form.value });
  readonly percent = computed(() => {
    const { months, insured } = this.values();
    return Math.round(390 + Number(months) * 3 - (insured ? 40 : 0)) / 100;
  });
  readonly rate = computed(() => {
    const monthly = this.percent() / 1200;
    const { sum, months } = this.values();
    return (Number(sum) * monthly) / (1 - (1 + monthly) ** -Number(months));
  });
  readonly plan = computed<readonly Installment[]>(() => {
    let rest = Number(this.values().sum);
    return Array.from({ length: Number(this.values().months) }, (_, index) => {
      const interest = (rest * this.percent()) / 1200;
      const repaid = this.rate() - interest;
      rest = Math.max(0, rest - repaid);
      return { month: index + 1, interest, repaid, rest };
    });
  });
}
