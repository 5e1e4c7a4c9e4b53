import { Table } from 'antd';
import { ToneTag, type Tone } from '@beian/ui/application/status-tag.tsx';
import { ScrollRegion } from '@beian/ui/frame/scroll-region.tsx';
import { useText, useTime } from '@beian/ui/language/language.tsx';
import './operations.css';
import { serviceLabels, texts } from './texts.ts';
import { usePlatformState, type ServiceLine } from './use-platform-state.ts';

const tones: Record<ServiceLine['health'], Tone> = { asking: 'quiet', ready: 'good', notReady: 'bad', away: 'bad' };

/** How every service is, what it needs, and what it has not sent or could not take in. */
export function PlatformState() {
  const t = useText();
  const lines = usePlatformState();
  return (
    <section className="panel" aria-labelledby="services">
      <h2 id="services">{t(texts.servicesTitle)}</h2>
      <p className="hint">{t(texts.servicesHint)}</p>
      <ScrollRegion label={t(texts.servicesTitle)}>
        <Table<ServiceLine>
          rowKey="service"
          size="small"
          dataSource={lines}
          pagination={false}
          columns={[
            {
              title: t(texts.service),
              render: (_, { service }) => (
                <>
                  {t(serviceLabels[service])}
                  <div className="second-line">{service}</div>
                </>
              ),
            },
            {
              title: t(texts.status),
              render: (_, { health }) => <ToneTag tone={tones[health]}>{t(texts[health])}</ToneTag>,
            },
            { title: t(texts.checks), render: (_, { checks }) => <Checks checks={checks} /> },
            { title: t(texts.outbox), render: (_, line) => <Waiting line={line} /> },
            { title: t(texts.parkedOut), render: (_, { state }) => <Count count={state?.outbox.parked} /> },
            { title: t(texts.parkedIn), render: (_, { state }) => <Count count={state?.parkedEvents} /> },
          ]}
        />
      </ScrollRegion>
    </section>
  );
}

function Checks({ checks }: { checks: Record<string, string> }) {
  const t = useText();
  return (
    <ul className="checks">
      {Object.entries(checks).map(([name, said]) => (
        <li key={name}>
          {name} <span className="second-line">{said === 'ok' ? t(texts.fine) : said}</span>
        </li>
      ))}
    </ul>
  );
}

function Waiting({ line: { state } }: { line: ServiceLine }) {
  const t = useText();
  const time = useTime();
  if (!state) return '–';
  const { waiting, oldestAt } = state.outbox;
  return (
    <>
      {waiting}
      {oldestAt && <div className="second-line">{t(texts.oldest, { time: time(oldestAt) })}</div>}
    </>
  );
}

/** What should be none stands out when it is not. */
function Count({ count }: { count: number | undefined }) {
  if (count === undefined) return '–';
  return count === 0 ? count : <ToneTag tone="bad">{count}</ToneTag>;
}
