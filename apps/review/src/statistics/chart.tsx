import { BarChart, type BarSeriesOption } from 'echarts/charts';
import {
  AriaComponent,
  type AriaComponentOption,
  GridComponent,
  type GridComponentOption,
  LegendComponent,
  type LegendComponentOption,
  TooltipComponent,
  type TooltipComponentOption,
} from 'echarts/components';
import { type ComposeOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

// As vectors, so that paper shows them sharp; only what bars need is loaded.
use([BarChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);
type Option = ComposeOption<
  BarSeriesOption | AriaComponentOption | GridComponentOption | LegendComponentOption | TooltipComponentOption
>;

export type Series = { name: string; stack?: string | undefined; data: (number | null)[] };

/** Bars: tones that differ in lightness too, and patterns, so that nobody needs to tell colours apart. */
const colours = ['#1557b0', '#e39a2d', '#b3261e', '#6b7a90'];
const patterns = [
  { symbol: 'none' },
  { symbol: 'rect', rotation: Math.PI / 4, dashArrayX: [1, 0], dashArrayY: [3, 4], color: 'rgba(0, 0, 0, 0.35)' },
  {
    symbol: 'circle',
    symbolSize: 0.7,
    dashArrayX: [
      [6, 6],
      [0, 6, 6, 0],
    ],
    dashArrayY: [5, 0],
    color: 'rgba(255, 255, 255, 0.7)',
  },
  { symbol: 'rect', rotation: -Math.PI / 4, dashArrayX: [1, 0], dashArrayY: [2, 6], color: 'rgba(255, 255, 255, 0.7)' },
];

/** A bar chart of figures that stand in a table beside it; to a screen reader one picture with its caption. */
export function Chart(props: { caption: string; names: string[]; series: Series[]; sideways: boolean }) {
  const { caption, names, series, sideways } = props;
  const place = useRef<HTMLDivElement>(null);
  const option = JSON.stringify(optionOf(names, series, sideways));
  useEffect(() => {
    if (!place.current) return undefined;
    const chart = init(place.current, undefined, { renderer: 'svg' });
    chart.setOption(JSON.parse(option) as Option);
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(place.current);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [option]);
  const height = sideways ? 90 + names.length * 36 : 320;
  return <div ref={place} role="img" aria-label={caption} className="chart" style={{ height }} />;
}

function optionOf(names: string[], series: Series[], sideways: boolean): Option {
  const category = { type: 'category' as const, data: names, axisLabel: { width: 130, overflow: 'truncate' as const } };
  const value = { type: 'value' as const, minInterval: 1 };
  return {
    animation: false,
    color: colours,
    aria: { enabled: true, label: { enabled: false }, decal: { show: true, decals: patterns } },
    grid: { left: 8, right: 24, top: 40, bottom: 8, containLabel: true },
    legend: { top: 0, left: 0, selectedMode: false },
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
    xAxis: sideways ? value : category,
    // The first on top, as in the table.
    yAxis: sideways ? { ...category, inverse: true } : value,
    series: series.map(({ name, stack, data }) => ({
      type: 'bar',
      name,
      data,
      barMaxWidth: 28,
      ...(stack ? { stack } : {}),
    })),
  };
}
