// Two indices mark the stretch.
#include <iostream>
#include <string>

using namespace std;

int main() {
    string label, shortened;
    cin >> label;
    for (size_t from = 0, to = 0; from < label.size(); from = to) {
        while (to < label.size() && label[to] == label[from]) ++to;
        shortened += label[from];
        if (to - from > 1) shortened += to_string(to - from);
    }
    cout << (shortened.size() < label.size() ? shortened : label) << '\n';
}
