import type { ReactNode } from 'react';
import type { PrecheckFinding } from '@beian/contracts/precheck.ts';
import type { Label } from '@beian/contracts/vocabulary.ts';
import { useText } from '../language/language.tsx';
import { FindingView, type FieldLink } from './finding-view.tsx';
import { texts } from './texts.ts';
import './precheck.css';

/** 条例预检 (N4): a section with what was found, or that nothing was. */
export function PrecheckSection(props: {
  findings: readonly PrecheckFinding[];
  /** Who reads it, and what the list means to them. */
  intro: Label;
  /** `panel`: a section of a page; else a part of a form, below its `h1` or `h2`. */
  as: 'panel' | 'h2' | 'h3';
  fieldLink?: FieldLink;
  /** Whether these are all: false while the device table is read. */
  complete?: boolean;
  /** Shown below the list. */
  children?: ReactNode;
}) {
  const { findings, intro, as, fieldLink, complete = true, children } = props;
  const t = useText();
  const Heading = as === 'h3' ? 'h3' : 'h2';
  const title = findings.length > 0 ? t(texts.count, { count: findings.length }) : t(texts.title);
  return (
    <section className={as === 'panel' ? 'panel' : 'precheck'} aria-labelledby="precheck">
      <Heading id="precheck">{title}</Heading>
      <p className="hint">{t(intro)}</p>
      {findings.length > 0 && <FindingList findings={findings} fieldLink={fieldLink} />}
      {findings.length === 0 && complete && <p>{t(texts.nothing)}</p>}
      {children}
    </section>
  );
}

export function FindingList(props: { findings: readonly PrecheckFinding[]; fieldLink?: FieldLink | undefined }) {
  const { findings, fieldLink } = props;
  return (
    <ul className="findings">
      {findings.map((finding) => (
        <FindingView key={finding.code} finding={finding} fieldLink={fieldLink} />
      ))}
    </ul>
  );
}
