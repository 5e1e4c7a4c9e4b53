import { Grid, Steps } from 'antd';

/** Which step of a form one is at. On a phone the words stand beneath the numbers: the form begins on the first screen. */
export function WizardSteps({ current, titles }: { current: number; titles: readonly string[] }) {
  const { sm = true } = Grid.useBreakpoint();
  return (
    <Steps
      current={current}
      items={titles.map((title) => ({ title }))}
      responsive={false}
      size={sm ? 'medium' : 'small'}
      titlePlacement={sm ? 'horizontal' : 'vertical'}
      style={{ marginBottom: 24 }}
    />
  );
}
