import { type FormEvent, useState } from 'react';

const empty = { name: '', iban: '', amount: '', reference: '', instant: false, repeat: 'once' };

/** Every value lives in React: the IBAN is written in groups of four as it is typed. */
export function TransferForm() {
  const [values, setValues] = useState(empty);
  const [touched, setTouched] = useState<Partial<Record<keyof typeof empty, boolean>>>({});
  const [sent, setSent] = useState(false);
  const errors: Partial<Record<string, string>> = {
    ...(values.name.trim() ? {} : { name: 'Say who gets the money.' }),
    ...(/^[A-Z]{2}\d{2}( ?[A-Z0-9]{1,4}){3,}$/.test(values.iban) ? {} : { iban: 'This is no IBAN.' }),
    ...(Number(values.amount) > 0 ? {} : { amount: 'More than nothing, please.' }),
  };
  const field = (
    name: 'name' | 'iban' | 'amount' | 'reference',
    label: string,
    write = (text: string) => text,
  ) => (
    <p className={touched[name] && errors[name] ? 'field wrong' : 'field'}>
      <label htmlFor={name}>{label}</label>
      <input
        id={name}
        value={values[name]}
        aria-invalid={Boolean(touched[name] && errors[name])}
        onChange={(event) => setValues({ ...values, [name]: write(event.target.value) })}
        onBlur={() => setTouched({ ...touched, [name]: true })}
      />
      {touched[name] && errors[name] ? <small role="alert">{errors[name]}</small> : null}
    </p>
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTouched({ name: true, iban: true, amount: true });
    setSent(Object.keys(errors).length === 0);
  };
  if (sent)
    return (
      <section className="done" role="status">
        <h2>On its way</h2>
        <p>
          {values.amount} € to {values.name}, {values.instant ? 'at once' : 'tomorrow'}.
        </p>
      </section>
    );
  return (
    <form className="transfer" onSubmit={submit} noValidate>
      {field('name', 'Recipient')}
      {field('iban', 'IBAN', (text) =>
        text
          .toUpperCase()
          .replace(/[^A-Z0-9]/g, '')
          .replace(/(.{4})(?=.)/g, '$1 '),
      )}
      {field('amount', 'Amount in euros', (text) => text.replace(/[^\d.]/g, ''))}
      {field('reference', 'Reference')}
      <fieldset>
        <legend>How often</legend>
        {['once', 'monthly', 'quarterly'].map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="repeat"
              checked={values.repeat === each}
              onChange={() => setValues({ ...values, repeat: each })}
            />
            {each}
          </label>
        ))}
      </fieldset>
      <label>
        <input
          type="checkbox"
          checked={values.instant}
          onChange={(event) => setValues({ ...values, instant: event.target.checked })}
        />
        Instant transfer
      </label>
      <button type="submit" className="primary">
        Send
      </button>
    </form>
  );
}
