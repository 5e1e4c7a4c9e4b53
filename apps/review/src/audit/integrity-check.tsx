import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { AuditVerification, VerifyAudit } from '@beian/contracts/audit.ts';
import { auditActionLabel, auditFaultLabels } from '@beian/contracts/vocabulary.ts';
import { ProblemAlert } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { texts } from './texts.ts';

/** 完整性校验: step by step to the end of the chain, or to the first entry that is wrong. */
export function IntegrityCheck({ path }: { path: string }) {
  const t = useText();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const [result, setResult] = useState<AuditVerification>();
  const verify = async () => {
    setBusy(true);
    setProblem(undefined);
    setResult(undefined);
    try {
      let [checked, compared, after] = [0, 0, undefined as VerifyAudit['after']];
      do {
        const step = await api.post<AuditVerification>(`${path}/verification`, after ? { after } : {});
        checked += step.checked;
        compared += step.compared;
        setResult({ ...step, checked, compared });
        after = step.next;
      } while (after);
    } catch (failure) {
      setProblem(failure);
      setResult(undefined);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="panel" aria-labelledby="integrity">
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: '0 24px', alignItems: 'center' }}>
        <div style={{ flex: '1 1 320px' }}>
          <h2 id="integrity">{t(texts.integrity)}</h2>
          <p className="hint">{t(texts.integrityWhat)}</p>
        </div>
        <Button loading={busy} onClick={() => void verify()}>
          {t(texts.verify)}
        </Button>
      </div>
      {problem !== undefined && <ProblemAlert error={problem} onRetry={() => void verify()} />}
      <div role="status">{result && <Outcome result={result} />}</div>
    </section>
  );
}

function Outcome({ result: { checked, compared, fault, head } }: { result: AuditVerification }) {
  const t = useText();
  const style = { marginTop: 16 };
  if (fault) {
    return (
      <Alert
        type="error"
        showIcon
        style={style}
        title={t(texts.broken, { seq: fault.seq, fault: t(auditFaultLabels[fault.fault]) })}
        description={
          <>
            {fault.action && <p style={{ margin: 0 }}>{t(auditActionLabel(fault.action))}</p>}
            <p style={{ margin: 0 }}>{t(texts.brokenBefore, { checked })}</p>
          </>
        }
      />
    );
  }
  if (!head) return <p>{t(texts.verifying, { checked })}</p>;
  return (
    <Alert
      type="success"
      showIcon
      style={style}
      title={compared > 0 ? t(texts.intact, { checked, compared }) : t(texts.intactAlone, { checked })}
      description={
        <span style={{ overflowWrap: 'anywhere' }}>{t(texts.head, { seq: head.seq, hash: head.hash })}</span>
      }
    />
  );
}
