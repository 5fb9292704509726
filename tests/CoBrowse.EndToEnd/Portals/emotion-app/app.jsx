/** @jsxImportSource @emotion/react */
// A single-page app whose styles exist only through insertRule: emotion's production mode.
import { css, Global, keyframes } from '@emotion/react';
import styled from '@emotion/styled';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

const Card = styled.section`
  border-radius: 12px;
  padding: 24px;
  background: ${({ tone }) => tone};
  box-shadow: 0 8px 24px rgb(20 30 60 / 18%);
  &:hover { outline: 2px solid #314f9b; }
  @media (min-width: 700px) { width: 320px; }
`;

const appear = keyframes`from { opacity: 0.99 } to { opacity: 1 }`;

function Accounts() {
  const [accounts, setAccounts] = useState(['Current', 'Savings']);
  return (
    <main css={{ display: 'flex', flexWrap: 'wrap', gap: 24, padding: 48 }}>
      {accounts.map((name, index) => (
        <Card
          key={name}
          tone={`hsl(${(index * 67) % 360} 70% 88%)`}
          css={css({ animation: `${appear} 1ms` })}
        >
          <h2 css={{ margin: 0, color: '#14213d', fontFamily: 'Georgia, serif' }}>{name}</h2>
          <p css={{ fontSize: 28, letterSpacing: -1 }}>{(1234.5 * (index + 1)).toFixed(2)} EUR</p>
        </Card>
      ))}
      <button
        type="button"
        css={{
          border: 0,
          borderRadius: 999,
          padding: '12px 24px',
          background: '#14213d',
          color: 'white',
          alignSelf: 'start',
        }}
        onClick={() => setAccounts([...accounts, `Account ${accounts.length + 1}`])}
      >
        Open an account
      </button>
    </main>
  );
}

createRoot(document.getElementById('root')).render(
  <>
    <Global styles={{ body: { margin: 0, background: '#f2efe9', fontFamily: 'Verdana, sans-serif' } }} />
    <Accounts />
  </>,
);
