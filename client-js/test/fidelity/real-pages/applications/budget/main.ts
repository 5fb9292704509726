import { mount } from 'svelte';
import Budget from './budget.svelte';
import './main.css';

mount(Budget, { target: document.getElementById('root')! });
