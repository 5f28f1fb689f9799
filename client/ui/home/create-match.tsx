/** Making a match: scenario, who sits where, time for a turn, who may join, how good the bots are. */
import { useSignal } from '@preact/signals';
import type { BotLevel } from '#shared/protocol/commands.ts';
import { Button } from '../components/button.tsx';
import { Icon } from '../components/icon.tsx';
import { PanelTitle } from '../components/panel-title.tsx';
import { Radio } from '../components/radio.tsx';
import { Seal } from '../components/seal.tsx';
import { Switch } from '../components/switch.tsx';
import { name, t } from '../text.ts';
import { blocColours, ruleset } from '../world.ts';
import { busy, create, reach } from './lobby-data.ts';
import { ModList } from './mod-list.tsx';
import { chosenMods, scenariosWithMods } from './mods.ts';
import { keepName, MAX_NAME, ownName } from './person.ts';
import { TURN_TIMES, turnTime } from './turn-time.ts';

function blocsOf(seats: readonly string[]): [string, string[]][] {
  const found = new Map<string, string[]>();
  for (const seat of seats) {
    const bloc = ruleset.value?.actors[seat]?.bloc ?? '';
    found.set(bloc, [...(found.get(bloc) ?? []), seat]);
  }
  return [...found];
}

export function CreateMatch() {
  const chosen = useSignal<string | null>(null);
  const seat = useSignal<string | null>(null);
  const time = useSignal<string>('90');
  const listed = useSignal<'code' | 'anyone'>('code');
  const level = useSignal<BotLevel>('normal');
  const secrets = useSignal<'on' | 'open'>('on');
  const scenarios = scenariosWithMods.value;
  const scenario = scenarios.find((one) => one.id === chosen.value) ?? scenarios[0];
  const own = seat.value !== null && scenario?.seats.includes(seat.value) ? seat.value : (scenario?.suggestedSeat ?? null);
  const make = (): void => {
    if (scenario === undefined) return;
    const turnSeconds = time.value === 'none' ? null : Number(time.value);
    void create(
      {
        name: '',
        scenario: scenario.id,
        turnSeconds,
        listed: listed.value === 'anyone',
        botLevel: level.value,
        openTable: secrets.value === 'open',
        mods: [...chosenMods.value],
      },
      own,
      false,
    );
  };
  return (
    <div class="create-match">
      <PanelTitle title={t('ui.home.create')} />
      <span class="label" id="scenario-label">
        {t('ui.home.scenario')}
      </span>
      <div class="scenario-cards" role="radiogroup" aria-labelledby="scenario-label">
        {scenarios.map((one) => (
          <Radio
            key={one.id}
            group="create-scenario"
            value={one.id}
            checked={one.id === scenario?.id}
            class="scenario-card"
            onChoose={() => {
              chosen.value = one.id;
            }}
          >
            <strong>{name(one.id, 'scenario')}</strong>
            <Icon name={one.id === scenario?.id ? 'circle-check' : 'circle'} />
            <span>{t(`scenario.${one.id}.text`)}</span>
            <b>{t('ui.home.turns', { n: one.turns })}</b>
          </Radio>
        ))}
      </div>
      {scenario !== undefined && (
        <>
          <span class="label" id="seats-label">
            {t('ui.home.seats')}
          </span>
          <div class="seat-table" role="radiogroup" aria-labelledby="seats-label">
            {blocsOf(scenario.seats).map(([bloc, seats]) => (
              <div key={bloc} class="seat-column" style={blocColours(bloc)}>
                <span class="bloc-tag">{t('ui.bloc', { bloc })}</span>
                {seats.map((id) => (
                  <Radio
                    key={id}
                    group="create-seat"
                    value={id}
                    checked={id === own}
                    class="seat-line"
                    onChoose={() => {
                      seat.value = id;
                    }}
                  >
                    <Seal id={id} size={24} named />
                    <strong>{name(id, 'actor')}</strong>
                    <span class="seat-kind">
                      <Icon name={id === own ? 'user-check' : 'user'} size={15} />{' '}
                      {t(id === own ? 'ui.seat.you' : 'ui.seat.open')}
                    </span>
                  </Radio>
                ))}
              </div>
            ))}
          </div>
        </>
      )}
      <div class="create-options">
        <Option label={t('ui.home.time')}>
          <Switch
            label={t('ui.home.time')}
            value={time.value}
            choices={TURN_TIMES.map((seconds) => ({
              value: seconds === null ? 'none' : String(seconds),
              label: turnTime(seconds),
            }))}
            onChoose={(value) => {
              time.value = value;
            }}
          />
        </Option>
        {reach.value !== 'here' && (
          <Option label={t('ui.home.who')}>
            <Switch
              label={t('ui.home.who')}
              value={listed.value}
              choices={(['code', 'anyone'] as const).map((value) => ({ value, label: t(`ui.home.who.${value}`) }))}
              onChoose={(value) => {
                listed.value = value;
              }}
            />
          </Option>
        )}
        <Option label={t('ui.home.bots')}>
          <Switch
            label={t('ui.home.bots')}
            value={level.value}
            choices={(['easy', 'normal', 'hard'] as const).map((value) => ({ value, label: t(`ui.bots.${value}`) }))}
            onChoose={(value) => {
              level.value = value;
            }}
          />
        </Option>
        <Option label={t('ui.home.secrets')}>
          <Switch
            label={t('ui.home.secrets')}
            value={secrets.value}
            choices={(['on', 'open'] as const).map((value) => ({ value, label: t(`ui.home.secrets.${value}`) }))}
            onChoose={(value) => {
              secrets.value = value;
            }}
          />
        </Option>
        <label class="option">
          <span class="label">{t('ui.home.name')}</span>
          <input class="field" maxLength={MAX_NAME} value={ownName()} onChange={(event) => keepName(event.currentTarget.value)} />
        </label>
      </div>
      <ModList />
      <div class="create-foot">
        <Button
          look="main"
          busy={busy.value}
          off={scenario === undefined ? t('ui.loading') : null}
          testId="create-match"
          onPress={make}
        >
          {t('ui.home.create-button')}
        </Button>
        <span class="quiet">{t('ui.home.create.note')}</span>
      </div>
    </div>
  );
}

function Option({ label, children }: { label: string; children: preact.ComponentChildren }) {
  return (
    <div class="option">
      <span class="label">{label}</span>
      {children}
    </div>
  );
}
