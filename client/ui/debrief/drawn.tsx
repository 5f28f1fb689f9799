/** A place that a chart is drawn into, anew when what it shows or its width changes. */
import { useEffect, useRef } from 'preact/hooks';

export interface DrawnProps {
  readonly draw: (host: HTMLElement) => Promise<void>;
  /** Changes with what is shown. */
  readonly of: string;
  readonly minHeight: number;
}

export function Drawn({ draw, of, minHeight }: DrawnProps) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const place = host.current;
    if (place === null) return;
    let width = -1;
    const watch = new ResizeObserver(() => {
      if (place.clientWidth === width) return;
      width = place.clientWidth;
      void draw(place);
    });
    watch.observe(place);
    return () => watch.disconnect();
  }, [of]);
  return <div class="chart-host" ref={host} style={{ minHeight: `${minHeight}px` }} />;
}
