import flatpickr from 'flatpickr';
import type { Instance } from 'flatpickr/dist/types/instance';
import { defineComponent, h, onBeforeUnmount, onMounted, ref, watch } from 'vue';

/** A day, picked from a calendar that opens at the end of the body. */
export const DayField = defineComponent({
  props: { day: { type: String, required: true } },
  emits: ['update:day'],
  setup(props, { emit, attrs }) {
    const input = ref<HTMLInputElement>();
    let calendar: Instance | undefined;
    onMounted(() => {
      calendar = flatpickr(input.value!, {
        defaultDate: props.day,
        minDate: '2026-01-05',
        weekNumbers: true,
        altInput: true,
        altFormat: 'D, j F Y',
        disable: [(day) => day.getDay() === 0],
        locale: { firstDayOfWeek: 1 },
        onChange: (_, day) => emit('update:day', day),
      });
    });
    watch(
      () => props.day,
      (day) => calendar?.setDate(day),
    );
    onBeforeUnmount(() => calendar?.destroy());
    return () => h('input', { ref: input, ...attrs });
  },
});
