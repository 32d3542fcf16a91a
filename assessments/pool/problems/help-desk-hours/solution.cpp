// Events of coming and going; the desk is empty while the count is zero.
#include <algorithm>
#include <iostream>
#include <map>

using namespace std;

int main() {
    int n;
    cin >> n;
    map<long long, int> change;
    while (n--) {
        long long start, end;
        cin >> start >> end;
        ++change[start];
        --change[end];
    }
    long long staffed = 0, longest = 0, before = -1;
    int present = 0;
    for (auto &[moment, delta] : change) {
        if (before >= 0) {
            if (present) staffed += moment - before;
            else longest = max(longest, moment - before);
        }
        present += delta;
        before = moment;
    }
    cout << staffed << ' ' << longest << '\n';
}
