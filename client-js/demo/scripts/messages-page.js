import { openPage } from './shell.js';

openPage();
