import type { AuditVerification } from '@beian/contracts/audit.ts';
import type { PatientSession } from '../patient-session.ts';
import { databases } from './facts.ts';

/** Lets every service check its audit chain to the end; answers the services whose chain has a fault. */
export async function brokenChains(auditor: PatientSession): Promise<string[]> {
  const broken: string[] = [];
  for (const service of Object.keys(databases)) {
    const path = service === 'filing' ? '/api/review/audit' : `/api/review/audit/${service}`;
    let after: AuditVerification['next'];
    do {
      const step: AuditVerification = await auditor.post(`${path}/verification`, after ? { after } : {});
      if (step.fault) broken.push(service);
      after = step.next;
    } while (after);
  }
  return broken;
}
