/** The icons that the client uses, as raw markup from lucide; names of the ruleset that are not here get a dot. */
const files = import.meta.glob<string>(
  [
    '../../node_modules/lucide-static/icons/{flask-conical,activity,cpu,book-open,truck,landmark,handshake,factory,users,gauge,eye-off,eye,megaphone,shield-alert,shield,circle-check,triangle-alert,circle-x,plus,minus,x,pencil,trash-2,chevron-up,chevron-down,settings,circle-help,list,layers,map,trophy,network,message-circle,clipboard-list,clock,lock,lock-open,check,ellipsis}.svg',
    '../../node_modules/lucide-static/icons/{skip-back,skip-forward,pause,play,arrow-left,arrow-right,search,target,languages,bot,user,user-check,user-plus,banknote,server,zap,scroll-text,map-pin,undo-2,refresh-cw,download,table,wifi-off,send,scale,anchor,hand-coins,wrench,package,boxes,ship,globe-lock,ban,file-text,sparkles,circle-dot,circle,copy,house,rotate-ccw,info,newspaper,hard-drive,plug,flag,swords,history,trending-up,microscope,cloud,loader,building-2,copy-plus,rocket,pencil-ruler,file-check,coins,messages-square,brain,volume-2,globe,triangle,sliders-horizontal,cable,wrench,lightbulb,chart-line,door-open,heart-handshake,split,repeat,redo-2,graduation-cap,pin,pin-off,bell-off,printer,bell,volume-x,scroll}.svg',
  ],
  { query: '?raw', import: 'default', eager: true },
);

const byName = new Map<string, string>();
for (const [path, markup] of Object.entries(files)) {
  const name = path.slice(path.lastIndexOf('/') + 1, -'.svg'.length);
  const start = markup.indexOf('>', markup.indexOf('<svg')) + 1;
  byName.set(name, markup.slice(start, markup.lastIndexOf('</svg>')).trim());
}

/** Inner markup of an icon on a 24 × 24 field, stroked in the current colour. */
export function iconMarkup(name: string): string {
  return byName.get(name) ?? byName.get('circle-dot') ?? '';
}
