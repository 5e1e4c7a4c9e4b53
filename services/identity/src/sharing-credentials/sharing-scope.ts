import { wholeCountry } from '@beian/contracts/vocabulary.ts';
import { requireStaff, type Actor, type Staff } from '@beian/service-kit/actor.ts';
import { problem } from '@beian/service-kit/problem.ts';

/** An operator who lets departments in. An organ of a trade shares its division with the government's and has none of it. */
export function requireSharer(actor: Actor): Staff {
  const operator = requireStaff(actor, 'operator');
  if (operator.organ.code.includes('-')) throw problem('auth.forbidden');
  return operator;
}

/** Whether an area lies in that of an operator's organ: the ministry's has every one, and it alone the whole country. */
export const reaches = ({ organ }: Staff, area: string): boolean =>
  organ.level === 'national' || (area !== wholeCountry && area.startsWith(organ.divisionCode));
