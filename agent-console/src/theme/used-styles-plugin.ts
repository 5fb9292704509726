import { parse, type Rule } from 'postcss';
import type { Plugin } from 'vite';

const libraryClass = /\bm_[0-9a-f]{6,}\b/g;
const inParentheses = /\((?:[^()]|\([^()]*\))*\)/g;

/** Leaves the component library’s rules out that speak of classes which no script of the build gives to anything. */
export function usedStyles(): Plugin {
  return {
    name: 'used-styles',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const files = Object.values(bundle);
        const scripts = files.filter((file) => file.type === 'chunk').map(({ code }) => code);
        const given = new Set(scripts.flatMap((code) => code.match(libraryClass) ?? []));
        for (const file of files)
          if (file.type === 'asset' && file.fileName.endsWith('.css'))
            file.source = withoutUnused(String(file.source), given);
      },
    },
  };
}

/** `css` without rules that need one of the library’s classes that is not `given`. */
export function withoutUnused(css: string, given: ReadonlySet<string>): string {
  const sheet = parse(css);
  sheet.walkRules((rule: Rule) => {
    const left = rule.selectors.filter((selector) => needed(selector).every((name) => given.has(name)));
    if (left.length === 0) rule.remove();
    else if (left.length < rule.selectors.length) rule.selectors = left;
  });
  return sheet.toString();
}

/** What stands in parentheses may be an alternative, or be ruled out: it is not asked for. */
const needed = (selector: string): string[] => selector.replace(inParentheses, '').match(libraryClass) ?? [];
