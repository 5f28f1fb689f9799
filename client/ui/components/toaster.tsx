/** Shows the notices; errors are announced at once, the rest when the reader pauses. */
import { t } from '../text.ts';
import { dropToast, type ToastKind, toasts } from '../toasts.ts';
import { Icon } from './icon.tsx';

const ICONS: Readonly<Record<ToastKind, string>> = {
  offer: 'handshake',
  care: 'triangle-alert',
  error: 'circle-x',
  fine: 'circle-check',
};

export function Toaster() {
  return (
    <div class="toaster" aria-live="polite" data-testid="toaster">
      {toasts.value.map((toast) => (
        <div key={toast.id} class={`toast toast-${toast.kind}`} role={toast.kind === 'error' ? 'alert' : undefined}>
          <Icon name={ICONS[toast.kind]} />
          <span>{toast.text}</span>
          {toast.action !== undefined && (
            <button
              type="button"
              class="btn btn-default"
              onClick={() => {
                toast.action?.press();
                dropToast(toast.id);
              }}
            >
              {toast.action.label}
            </button>
          )}
          <button type="button" class="icon-button" aria-label={t('ui.close')} onClick={() => dropToast(toast.id)}>
            <Icon name="x" size={16} />
          </button>
        </div>
      ))}
    </div>
  );
}
