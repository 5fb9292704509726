import '@angular/compiler';
import { provideZonelessChangeDetection } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { Loans } from './loans.ts';
import './main.css';

void bootstrapApplication(Loans, { providers: [provideZonelessChangeDetection()] });
