import { useText } from '../language/language.tsx';
import { shared } from './texts.ts';

const lines = [38, 100, 100, 100, 100, 61];

/** What stands where an answer will be, so that it is seen that something comes. */
export function Skeleton() {
  const t = useText();
  return (
    <div aria-busy="true" aria-label={t(shared.loading)} role="status" className="panel skeleton">
      {lines.map((width, i) => (
        <span key={i} style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}
