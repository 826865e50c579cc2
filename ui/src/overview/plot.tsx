// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { useComputedColorScheme } from '@mantine/core'
import { BarChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { count } from '../i18n/formats'

use([BarChart, GridComponent, LegendComponent, TooltipComponent, AriaComponent, SVGRenderer])

/** Numbers that are drawn as bars, in the colour of a token. */
export type Series = { name: string; values: number[]; colour: `--${string}` }

const HEIGHT_PX = 190

/** Bars over labels, in the colours of the scheme that is shown. */
export default function Plot({ title, labels, series }: { title: string; labels: string[]; series: Series[] }) {
  const box = useRef<HTMLDivElement>(null)
  const scheme = useComputedColorScheme()

  // biome-ignore lint/correctness/useExhaustiveDependencies: the tokens have other colours in the other scheme
  useEffect(() => {
    if (box.current === null) {
      return
    }
    const chart = init(box.current, null, { renderer: 'svg' })
    chart.setOption(optionOf(title, labels, series))
    const watch = new ResizeObserver(() => chart.resize())
    watch.observe(box.current)
    return () => {
      watch.disconnect()
      chart.dispose()
    }
  }, [title, labels, series, scheme])

  return <div ref={box} style={{ height: HEIGHT_PX }} />
}

function optionOf(title: string, labels: string[], series: Series[]) {
  const tokens = getComputedStyle(document.documentElement)
  const token = (name: string) => tokens.getPropertyValue(name).trim()
  const words = { color: token('--ink2'), fontFamily: 'inherit', fontSize: 11 }
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  return {
    animation: !still,
    animationDuration: 250,
    aria: { enabled: true, label: { description: ariaOf(title, labels, series) } },
    grid: { left: 6, right: 6, top: series.length > 1 ? 28 : 10, bottom: 4, outerBoundsMode: 'same' as const },
    legend: { show: series.length > 1, top: 0, right: 0, itemWidth: 10, itemHeight: 10, textStyle: words },
    tooltip: {
      trigger: 'axis' as const,
      axisPointer: { type: 'shadow' as const },
      backgroundColor: token('--paper'),
      borderColor: token('--line'),
      textStyle: { color: token('--ink'), fontFamily: 'inherit', fontSize: 12 },
      valueFormatter: (value: unknown) => count(Number(value)),
    },
    xAxis: {
      type: 'category' as const,
      data: labels,
      axisLabel: { ...words, hideOverlap: true, alignMinLabel: 'left' as const, alignMaxLabel: 'right' as const },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: token('--line') } },
    },
    yAxis: {
      type: 'value' as const,
      minInterval: 1,
      axisLabel: { ...words, formatter: (value: number) => count(value) },
      splitLine: { lineStyle: { color: token('--line') } },
    },
    series: series.map(one => ({
      type: 'bar' as const,
      name: one.name,
      data: one.values,
      stack: 'all',
      itemStyle: { color: token(one.colour), borderRadius: 2 },
      barMaxWidth: 26,
    })),
  }
}

/** For those who do not see it: what it is about and where it is highest; the figures are in the table. */
function ariaOf(title: string, labels: string[], series: Series[]): string {
  const highest = series.map(one => {
    const most = Math.max(0, ...one.values)
    return `${one.name}: ${count(most)} (${labels[one.values.indexOf(most)] ?? ''})`
  })
  return [title, ...highest].join('. ')
}
