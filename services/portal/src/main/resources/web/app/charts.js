import * as echarts from 'echarts/core';
import { BarChart, LineChart, PieChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { CanvasRenderer } from 'echarts/renderers';

echarts.use([BarChart, LineChart, PieChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

const COLOURS = ['#2f7d4f', '#5b8db8', '#c98a2b', '#8a6fb0', '#4aa3a2', '#b5605a', '#8d9489'];
const FONT = { fontFamily: getComputedStyle(document.body).fontFamily, color: '#4a5550' };
const AXIS = { axisLine: { lineStyle: { color: '#c9d0cb' } }, axisTick: { show: false }, axisLabel: FONT };
const number = value => value == null ? document.body.dataset.wordNone
  : Number(value).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

// Tooltips are drawn, not built from markup: the page's policy allows no styles inside markup.
const tooltip = extra => ({ renderMode: 'richText', confine: true, valueFormatter: number, ...extra });

function trend(chart) {
  const last = chart.series.length - 1;
  return {
    color: chart.series.length > 1 ? ['#b9c2bc', COLOURS[0]] : COLOURS,
    textStyle: FONT,
    tooltip: tooltip({ trigger: 'axis' }),
    legend: { top: 0, right: 0, textStyle: FONT, icon: 'roundRect', itemHeight: 8 },
    grid: { left: 8, right: 12, top: 34, bottom: 4, containLabel: true },
    xAxis: { type: 'category', data: chart.categories, ...AXIS },
    yAxis: { type: 'value', name: chart.unit, nameTextStyle: { ...FONT, align: 'left' }, axisLabel: FONT, splitLine: { lineStyle: { color: '#e9edea' } } },
    series: chart.series.map((s, i) => ({
      name: s.name, type: 'line', data: s.values, symbolSize: 6, connectNulls: false,
      lineStyle: { width: i === last ? 2.5 : 2, type: i === last ? 'solid' : 'dashed' },
    })),
  };
}

function ranking(chart) {
  const names = [...chart.categories].reverse();
  return {
    color: COLOURS, textStyle: FONT, tooltip: tooltip({ trigger: 'axis', axisPointer: { type: 'shadow' } }),
    grid: { left: 8, right: 72, top: 8, bottom: 4, containLabel: true },
    xAxis: { type: 'value', axisLabel: { ...FONT, hideOverlap: true }, splitLine: { lineStyle: { color: '#e9edea' } } },
    yAxis: { type: 'category', data: names, ...AXIS },
    series: chart.series.map(s => ({
      name: `${s.name} ${chart.unit}`, type: 'bar', data: [...s.values].reverse(), barMaxWidth: 16,
      label: { show: true, position: 'right', formatter: p => number(p.value), ...FONT },
    })),
  };
}

function share(chart) {
  const narrow = window.innerWidth < 600;
  return {
    color: COLOURS, textStyle: FONT, tooltip: tooltip({ trigger: 'item' }),
    series: [{
      name: chart.unit, type: 'pie', radius: narrow ? ['22%', '40%'] : ['42%', '70%'], minShowLabelAngle: narrow ? 8 : 3,
      data: chart.categories.map((name, i) => ({ name, value: chart.series[0].values[i] })),
      label: { ...FONT, overflow: 'break', formatter: p => narrow ? `${p.name}\n${p.percent}%` : `${p.name} ${p.percent}%` },
      itemStyle: { borderColor: '#fff', borderWidth: 1 },
    }],
  };
}

const KINDS = { trend, ranking, share };

/** Draws every chart on the page from its data beside it; one that is there already moves to the new values. */
export function drawCharts() {
  for (const place of document.querySelectorAll('.chart[data-from]')) {
    const source = document.getElementById(place.dataset.from);
    if (!source || place.drawn === source.dataset.chart) continue;
    place.drawn = source.dataset.chart;
    const chart = JSON.parse(source.dataset.chart);
    const nothing = chart.series.every(s => s.values.every(v => v == null));
    const instance = echarts.getInstanceByDom(place);
    if (nothing) {
      instance?.dispose();
      place.textContent = source.dataset.empty;
      place.classList.add('chart-empty');
      continue;
    }
    place.classList.remove('chart-empty');
    if (!instance) place.textContent = '';
    if (chart.kind === 'ranking') place.style.height = `${Math.max(240, chart.categories.length * 26 + 40)}px`;
    const drawing = instance ?? echarts.init(place);
    drawing.resize();
    drawing.setOption(KINDS[chart.kind](chart), { notMerge: false });
  }
}

let resizing;
window.addEventListener('resize', () => {
  clearTimeout(resizing);
  resizing = setTimeout(() => {
    // labels and radii depend on the width: a telephone that is turned gets them anew
    for (const place of document.querySelectorAll('.chart')) place.drawn = null;
    drawCharts();
  }, 150);
});
