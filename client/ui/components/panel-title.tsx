/** Title of a panel under its strong rule, with a remark at the right. */
import type { ComponentChildren } from 'preact';

export function PanelTitle({ title, children, rule = true }: { title: string; children?: ComponentChildren; rule?: boolean }) {
  return (
    <header class={`panel-title ${rule ? 'ruled' : ''}`}>
      <h2>{title}</h2>
      {children !== undefined && <div class="panel-note">{children}</div>}
    </header>
  );
}
