// A form that React controls: what is typed is grouped by thousands, so only what React hears of stays.
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

const grouped = (text) => text.replace(/\D/g, '').replace(/\B(?=(\d{3})+$)/g, '.');

function Standing() {
  const [amount, setAmount] = useState('');
  const [pressed, setPressed] = useState(0);
  return (
    <main style={{ padding: 48, display: 'grid', gap: 24, justifyItems: 'start' }}>
      <h1>Standing order</h1>
      <button type="button" id="more" onClick={() => setPressed(pressed + 1)}>
        Pressed {pressed} times
      </button>
      <label>
        Amount{' '}
        <input
          id="amount"
          data-agents-may-fill
          value={amount}
          onChange={(event) => setAmount(grouped(event.target.value))}
        />
      </label>
      <label>
        Note to self <input id="note" defaultValue="mine" />
      </label>
      <output>{`Amount: ${amount}`}</output>
    </main>
  );
}

createRoot(document.getElementById('root')).render(<Standing />);
