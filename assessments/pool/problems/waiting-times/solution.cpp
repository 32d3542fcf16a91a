// Two heaps; withdrawn times stay in them until they come to the top.
#include <iostream>
#include <queue>

using namespace std;

struct Half {
    priority_queue<long long> heap, gone;
    size_t size() const { return heap.size() - gone.size(); }
    void clean() {
        while (!gone.empty() && heap.top() == gone.top()) heap.pop(), gone.pop();
    }
    long long top() { return clean(), heap.top(); }
    long long pop() {
        long long value = top();
        heap.pop();
        return value;
    }
};

int main() {
    int n;
    cin >> n;
    Half low, high;  // `high` holds negated times
    while (n--) {
        char sign;
        long long t;
        cin >> sign >> t;
        bool below = low.size() && t <= low.top();
        if (sign == '+') {
            if (below) low.heap.push(t);
            else high.heap.push(-t);
        } else {
            if (below) low.gone.push(t);
            else high.gone.push(-t);
        }
        if (low.size() > high.size() + 1) high.heap.push(-low.pop());
        if (low.size() < high.size()) low.heap.push(-high.pop());
        if (low.size()) cout << low.top() << '\n';
        else cout << "none\n";
    }
}
