import { useEffect, useState } from 'react';
import type { CurrentPolicy, PolicyCheck } from './policy-api.ts';
import { usePolicyApi } from './policy-api-context.tsx';
import type { PolicyDocument } from './policy-document.ts';

const nothing: PolicyCheck = { mistakes: [], showsMore: [] };
const quiet = 300;

/** What the node says of the document on the desk, while it is worked on. */
export function usePolicyCheck(
  document: PolicyDocument | undefined,
  current: CurrentPolicy | undefined,
): PolicyCheck {
  const api = usePolicyApi();
  const [check, setCheck] = useState(nothing);
  useEffect(() => {
    if (!document || !current || document === current.document) {
      setCheck(nothing);
      return;
    }
    let gone = false;
    const timer = setTimeout(() => {
      api.check(document).then(
        (answer) => gone || setCheck(answer),
        // What is wrong with the document is said again when it is proposed.
        () => undefined,
      );
    }, quiet);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [api, document, current]);
  return check;
}
