import { seededPeople } from '@beian/sso/people.ts';
import { PatientSession, type Traffic } from './patient-session.ts';
import type { Filer } from './plan.ts';

/** Who plays: two filers that file, give and dispute, and the staff of two organs. */
export type Cast = {
  filers: Record<Filer, PatientSession>;
  /** The accounts of the filers. */
  accounts: Record<Filer, string>;
  reviewers: readonly [PatientSession, PatientSession];
  senior: PatientSession;
  futian: PatientSession;
  auditor: PatientSession;
};

export async function openCast(baseUrl: string, traffic: Traffic): Promise<Cast> {
  const sessionOf = async (username: string) => {
    const person = seededPeople.find((one) => one.username === username);
    if (!person) throw new Error(`nobody is called ${username}`);
    const session = new PatientSession(baseUrl, person, traffic);
    await session.signIn();
    return session;
  };
  const accountOf = async (session: PatientSession) => (await session.get<{ accountId: string }>('/api/me')).accountId;
  const [zhangwei, lina] = [await sessionOf('zhangwei'), await sessionOf('lina')];
  return {
    filers: { zhangwei, lina },
    accounts: { zhangwei: await accountOf(zhangwei), lina: await accountOf(lina) },
    reviewers: [await sessionOf('reviewer-nanshan-1'), await sessionOf('reviewer-nanshan-2')],
    senior: await sessionOf('senior-nanshan'),
    futian: await sessionOf('reviewer-futian-1'),
    auditor: await sessionOf('auditor-gd'),
  };
}
