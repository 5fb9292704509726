import { computed, defineComponent, reactive, ref } from 'vue/dist/vue.esm-bundler.js';
import { DayField } from './day-field.ts';

interface Order {
  id: number;
  to: string;
  cents: number;
  every: 'month' | 'quarter' | 'year';
  next: string;
  paused: boolean;
}

const euros = new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'EUR' });

/** A list that animates as it is sorted, and a wizard in a dialog that is teleported to the body. */
export const StandingOrders = defineComponent({
  components: { DayField },
  setup() {
    const orders = reactive<Order[]>([
      { id: 1, to: 'Hausverwaltung Lindt', cents: 98_000, every: 'month', next: '2026-02-02', paused: false },
      { id: 2, to: 'Music School', cents: 6_450, every: 'month', next: '2026-01-15', paused: false },
      { id: 3, to: 'Sea Rescue', cents: 2_500, every: 'quarter', next: '2026-03-30', paused: true },
      { id: 4, to: 'Car Insurance', cents: 41_280, every: 'year', next: '2026-07-01', paused: false },
    ]);
    const by = ref<'next' | 'cents' | 'to'>('next');
    const sorted = computed(() => [...orders].sort((one, two) => (one[by.value] < two[by.value] ? -1 : 1)));
    const draft = ref<Order>();
    const page = ref(0);
    const fee = computed(() => (draft.value?.every === 'year' ? 'No fee' : '0.35 € each'));
    const begin = () => {
      page.value = 0;
      draft.value = { id: Date.now(), to: '', cents: 0, every: 'month', next: '2026-01-05', paused: false };
    };
    const save = () => {
      orders.push(draft.value!);
      draft.value = undefined;
    };
    const remove = (order: Order) => orders.splice(orders.indexOf(order), 1);
    return {
      sorted,
      by,
      draft,
      page,
      fee,
      begin,
      save,
      remove,
      amount: (cents: number) => euros.format(cents / 100),
    };
  },
  template: `
    <header><h1>Standing orders</h1>
      <label>Sort by <select v-model="by">
        <option value="next">next payment</option><option value="cents">amount</option><option value="to">name</option>
      </select></label>
      <button class="main" @click="begin">New order</button>
    </header>
    <TransitionGroup tag="ul" name="orders">
      <li v-for="order in sorted" :key="order.id" :class="{ paused: order.paused }">
        <span class="sign" :style="{ '--hue': order.to.length * 37 }">{{ order.to[0] }}</span>
        <div><b>{{ order.to }}</b><small>next on <time>{{ order.next }}</time>, every {{ order.every }}</small></div>
        <b class="sum">{{ amount(order.cents) }}</b>
        <label class="switch"><input type="checkbox" v-model="order.paused"> paused</label>
        <button :aria-label="'Delete ' + order.to" @click="remove(order)">✕</button>
      </li>
    </TransitionGroup>
    <p v-if="!sorted.length">No standing orders.</p>
    <Teleport to="body">
      <Transition name="fade">
        <div v-if="draft" class="cover" @click.self="draft = undefined">
          <section role="dialog" aria-label="New order">
            <ol><li v-for="(name, index) in ['Whom', 'How much', 'When']" :class="{ here: index === page }">{{ name }}</li></ol>
            <Transition name="slide" mode="out-in">
              <div v-if="page === 0" key="0"><label>Recipient <input v-model.trim="draft.to" placeholder="Name"></label></div>
              <div v-else-if="page === 1" key="1">
                <label>Amount <input type="number" :value="draft.cents / 100" step="0.01" @input="draft.cents = Math.round($event.target.value * 100)"></label>
                <p>That is <b>{{ amount(draft.cents) }}</b>.</p>
              </div>
              <div v-else key="2">
                <label>First payment <DayField v-model:day="draft.next" class="day" /></label>
                <label v-for="each in ['month', 'quarter', 'year']"><input type="radio" :value="each" v-model="draft.every"> every {{ each }}</label>
                <p>{{ fee }}</p>
              </div>
            </Transition>
            <footer>
              <button v-show="page > 0" @click="page--">Back</button>
              <button v-if="page < 2" class="main" :disabled="page === 0 && !draft.to" @click="page++">Next</button>
              <button v-else class="main" @click="save">Set up</button>
            </footer>
          </section>
        </div>
      </Transition>
    </Teleport>`,
});
