import { expect, test } from 'vitest';
import { withoutUnused } from '../../src/theme/used-styles-plugin.ts';

const given = new Set(['m_aaaaaaaa']);

test.each([
  ['.m_aaaaaaaa{color:red}', '.m_aaaaaaaa{color:red}'],
  ['.m_bbbbbbbb{color:red}.own{color:red}', '.own{color:red}'],
  ['.m_bbbbbbbb,.m_aaaaaaaa{color:red}', '.m_aaaaaaaa{color:red}'],
  ['.m_aaaaaaaa .m_bbbbbbbb{color:red}', ''],
  ['.m_aaaaaaaa:not(.m_bbbbbbbb){color:red}', '.m_aaaaaaaa:not(.m_bbbbbbbb){color:red}'],
  [':is(.m_aaaaaaaa,.m_bbbbbbbb) p{color:red}', ':is(.m_aaaaaaaa,.m_bbbbbbbb) p{color:red}'],
  ['@media print{.m_bbbbbbbb{color:red}.own{color:red}}', '@media print{.own{color:red}}'],
  ['@keyframes m_bbbbbbbb{from{color:red}}', '@keyframes m_bbbbbbbb{from{color:red}}'],
])('of %s stays %s', (css, left) => {
  expect(withoutUnused(css, given)).toBe(left);
});
