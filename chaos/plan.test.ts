import { describe, expect, it } from 'vitest';
import { freezesOf } from './freezes.ts';
import { components, killsOf } from './kills.ts';
import { outcomes } from './outcomes.ts';
import { planOf } from './plan.ts';

describe('the plan of a chaos run', () => {
  it('is the same for the same seed and another for another', () => {
    expect(planOf(7, 100)).toEqual(planOf(7, 100));
    expect(planOf(7, 100)).not.toEqual(planOf(8, 100));
    expect(killsOf(7, { kills: 2, applications: 100 })).toEqual(killsOf(7, { kills: 2, applications: 100 }));
  });

  it('has exactly so many applications, and in 60 of them every outcome of every business, whatever the seed', () => {
    const all = Object.entries(outcomes).flatMap(([kind, ways]) => Object.keys(ways).map((way) => `${kind} ${way}`));
    for (let seed = 0; seed < 50; seed += 1) {
      const steps = planOf(seed, 60).flatMap((one) => one.steps);
      expect(steps).toHaveLength(60);
      const played = new Set(steps.map(({ kind, outcome }) => `${kind} ${outcome}`));
      expect(all.filter((one) => !played.has(one))).toEqual([]);
    }
  });

  it('begins every case with a registration, and goes on only where there is a filing to go on with', () => {
    for (const { steps } of planOf(3, 500)) {
      expect(steps[0]?.kind).toBe('registration');
      const ends = steps.findIndex(({ kind, outcome }) => kind === 'cancellation' && outcome === 'approved');
      expect([-1, steps.length - 1]).toContain(ends);
      if (steps.length > 1) expect(['approved', 'corrected']).toContain(steps[0]?.outcome);
      const parts = steps.findIndex(({ kind, outcome }) => kind === 'change' && outcome === 'in parts');
      if (parts > 0) expect(steps[parts - 1]).toEqual({ kind: 'registration', outcome: 'approved' });
    }
  });

  it('kills and freezes every component as often as asked for, while applications come in', () => {
    const kills = killsOf(11, { kills: 3, applications: 200 });
    for (const component of components) expect(kills.filter((one) => one.component === component)).toHaveLength(3);
    expect(kills.every(({ atAccepted }) => atAccepted >= 1 && atAccepted <= 200)).toBe(true);
    const freezes = freezesOf(11, { freezes: 2, applications: 200 });
    for (const component of components) expect(freezes.filter((one) => one.component === component)).toHaveLength(2);
    expect(freezes.every(({ frozenMs }) => frozenMs >= 2000 && frozenMs <= 40_000)).toBe(true);
    expect(freezesOf(11, { freezes: 2, applications: 200 })).toEqual(freezes);
  });
});
