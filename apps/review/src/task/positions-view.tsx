import type { DeviceRow } from '@beian/contracts/device-tables.ts';
import { useText } from '@beian/ui/language/language.tsx';
import { positionsOf, type Placed } from './device-positions.rules.ts';
import { texts } from './texts.ts';

const size = 240;
const margin = 16;
const roundLengths = [20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000];

/** Where the devices lie to each other (map-free): a drawing to scale for the eye, and in words which are far from the rest. */
export function PositionsView({ rows }: { rows: readonly DeviceRow[] }) {
  const t = useText();
  const { placed, without, radius } = positionsOf(rows);
  if (placed.length === 0) return <p className="hint">{t(texts.noPositions)}</p>;
  const far = placed.filter((one) => one.far);
  const scale = (size / 2 - margin) / radius;
  const bar = roundLengths.findLast((metres) => metres * scale <= size / 2) ?? 20;
  return (
    <div className="positions">
      <svg viewBox={`0 0 ${size} ${size}`} width={size} height={size} role="img" aria-label={t(texts.positionsDrawing)}>
        <rect width={size} height={size} fill="#f7f8fa" />
        {placed
          .filter((one) => !one.far)
          .map(({ serial, east, north }) => (
            <circle key={serial} cx={size / 2 + east * scale} cy={size / 2 - north * scale} r="4" fill="#1557b0aa" />
          ))}
        <line x1={margin} x2={margin + bar * scale} y1={size - 8} y2={size - 8} stroke="#1d2129" strokeWidth="2" />
        <text x={margin} y={size - 14} fontSize="12" fill="#1d2129">
          {bar >= 1000 ? `${bar / 1000} km` : `${bar} m`}
        </text>
      </svg>
      <div>
        <p>{t(far.length === 0 ? texts.positionsTogether : texts.positionsFar, { count: far.length })}</p>
        {far.length > 0 && (
          <ul>
            {far.map((one) => (
              <li key={one.serial}>{t(texts.positionFar, farWords(one))}</li>
            ))}
          </ul>
        )}
        {without > 0 && <p className="hint">{t(texts.positionsWithout, { count: without })}</p>}
      </div>
    </div>
  );
}

const farWords = ({ serial, pointName, east, north }: Placed) => ({
  serial,
  pointName,
  km: (Math.hypot(east, north) / 1000).toFixed(1),
});
