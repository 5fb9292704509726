import { readFileSync } from 'node:fs';

const source = readFileSync(
  new URL('../../../server/CoBrowse.Server/Console/ReplicaShell.cs', import.meta.url),
  'utf8',
);

/** The policy under which the server serves its shells, out of its source: a copy would age. */
export const servedPolicy = [
  ...source
    .slice(source.indexOf('ContentSecurityPolicy ='), source.indexOf('public static'))
    .matchAll(/"([^"]*)"/g),
]
  .map(([, part]) => part)
  .join('');

const doctypes: Record<string, string> = {
  'no-quirks': '<!doctype html>',
  'limited-quirks':
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">',
  quirks: '',
};

/** The shell of a mode, as the server answers. */
export const servedShell = (mode: string) => ({
  contentType: 'text/html',
  headers: { 'Content-Security-Policy': servedPolicy },
  body: `${doctypes[mode]}<html><head></head><body></body></html>`,
});
