import type { ColleagueView } from '@cobrowse/client/protocol';
import { useEffect, useState } from 'react';
import { useWorkspace, useWorkspaceState } from '../workspace/workspace-context.tsx';

const pause = 150;

/** Colleagues whose name or title has all words of `search`: of those at hand, or where there are more, of all. */
export function useColleagueSearch(search: string): readonly ColleagueView[] {
  const workspace = useWorkspace();
  const { colleagues } = useWorkspaceState();
  const [asked, setAsked] = useState<{ readonly search: string; readonly found: readonly ColleagueView[] }>();
  const more = (colleagues?.More ?? 0) > 0 && search.trim() !== '';
  useEffect(() => {
    if (!more) return;
    let latest = true;
    const timer = setTimeout(() => {
      workspace.findColleagues(search).then(
        ({ Colleagues: found }) => latest && setAsked({ search, found }),
        () => undefined,
      );
    }, pause);
    return () => {
      latest = false;
      clearTimeout(timer);
    };
  }, [more, search, workspace]);
  if (more && asked?.search === search) return asked.found;
  const words = search.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
  return (colleagues?.Colleagues ?? []).filter(({ Name, Title }) => {
    const said = `${Name} ${Title ?? ''}`.toLocaleLowerCase();
    return words.every((word) => said.includes(word));
  });
}
