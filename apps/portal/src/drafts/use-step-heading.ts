import { useEffect, useRef, type RefObject } from 'react';
import { focusField } from '@beian/ui/forms/error-summary.tsx';

/**
 * The heading of a wizard's step: it takes the focus when the step is reached, or the field that was asked for does, by the id of its
 * element. When the step is shown for what is `wrong` in it, the summary of the errors has the focus.
 */
export function useStepHeading(
  step: string,
  { goal, wrong }: { goal: string | undefined; wrong: boolean },
): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    const reached = shown.current !== step;
    shown.current = step;
    if (goal !== undefined) focusField(goal);
    else if (reached && !wrong) heading.current?.focus();
  }, [step]);
  return heading;
}
