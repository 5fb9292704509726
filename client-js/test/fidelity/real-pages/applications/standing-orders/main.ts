import 'flatpickr/dist/flatpickr.css';
import { createApp } from 'vue';
import './main.css';
import { StandingOrders } from './standing-orders.ts';

createApp(StandingOrders).mount('#root');
