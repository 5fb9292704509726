import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Accounts } from './accounts.tsx';
import './main.css';

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Accounts />
  </StrictMode>,
);
